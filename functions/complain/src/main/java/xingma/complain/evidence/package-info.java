/** Takes out of photos and files what a camera wrote beside the picture, before anybody opens them. */
package xingma.complain.evidence;
