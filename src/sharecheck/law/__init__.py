"""What the law and its clauses say of protocols: grounds, readings, provisions and when they are in force."""
