package xingma.aws.http;

/** Tells a person by a page what a program is told by a problem. */
@FunctionalInterface
public interface ErrorPage {
    /** The page for a problem; the reply's status should be the problem's. */
    Reply page(Request request, Problem problem);
}
