"""Models of what is listed, and the delegates that paint their rows."""
