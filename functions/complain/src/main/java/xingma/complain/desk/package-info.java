/** What officers send and read when they work on cases: JSON in, JSON out. */
package xingma.complain.desk;
