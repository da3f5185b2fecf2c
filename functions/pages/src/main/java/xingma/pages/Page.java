package xingma.pages;

/**
 * A finished page.
 *
 * @param contentSecurityPolicy allows this page's own styles by their hashes and nothing else
 */
public record Page(String html, String contentSecurityPolicy) {}
