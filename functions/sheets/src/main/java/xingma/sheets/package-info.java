/** Reads officers' spreadsheets and CSV files into plain tables, whole or not at all. */
package xingma.sheets;
