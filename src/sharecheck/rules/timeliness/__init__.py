"""`TIM`: timeliness."""
