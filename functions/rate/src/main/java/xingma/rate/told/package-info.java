/** What goes out: views of files, sheets and stars, each with no more than its reader may see; and refusals. */
package xingma.rate.told;
