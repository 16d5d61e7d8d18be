"""What the page of the plan consists of: the outline, the forms, and the sections beside it."""
