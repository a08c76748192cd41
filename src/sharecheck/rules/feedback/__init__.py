"""`FBK`: feedback and responsibility."""
