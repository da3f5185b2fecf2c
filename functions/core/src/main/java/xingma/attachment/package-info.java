/** Photos and documents that somebody sends with a browser, and what of them is fit to be kept (附件). */
package xingma.attachment;

