"""What holds for the whole house: layers, sizes, exports, documentation, nothing of any one machine."""
