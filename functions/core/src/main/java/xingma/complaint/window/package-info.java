/** Where complaints are handed in and followed (受理窗口), and where an institution answers. */
package xingma.complaint.window;
