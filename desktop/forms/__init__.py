"""What is typed into: editors, the form of a task, and how it is kept."""
