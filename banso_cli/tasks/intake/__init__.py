"""What the commands do that take in lists, applications, forms and edited workbooks."""
