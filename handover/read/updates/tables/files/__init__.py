"""From a file to tables of cells: CSV and its kin, Excel new and old."""
