/** What all who keep files share (档案保管): how they wait for one another, and how they hand out a list. */
package xingma.keeping;
