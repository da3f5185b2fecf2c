/** What the two public functions about complaints work with. */
package xingma.complain.window;
