"""What the commands answer, as functions of the same names for programs.

Each takes a workspace, or files and folders, which are opened then; each returns frozen values. What the operator did
wrong (no such file, an unknown name, a file that cannot be understood where that would change the answer) is a
`UsageError`.

Without `settings` plain defaults hold and no file of settings is read, so that a program gets the same answer wherever
it runs. `settings` may be the path of a file of settings, which then holds for every file, or a `Resolver`:
`Resolver()` takes for each file the settings nearest above it, as the command line does. Settings decide on rules and
on the costs of repairs; where files and folders are given, also on what is left out and on the day.
"""
