package xingma.pages;

/** Text as people wrote it, escaped for content and for attributes alike. */
record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
        escape(text, out);
    }

    /** At most so many characters, none of them halved. */
    static String cut(String text, int longest) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length()))));
    }

    /** Signs that control the terminal or turn the direction of what follows are left out: no name needs them. */
    static void escape(String text, StringBuilder out) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                    if (Character.isSurrogatePair(c, next)) {
                        out.append(c).append(text.charAt(++i));
                    } else if (Character.isSurrogate(c)) {
                        out.append('\uFFFD');
                    } else if (!unwanted(c)) {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static boolean unwanted(char c) {
        return c < 0x20 && c != '\n' && c != '\t'
                || c >= 0x7F && c <= 0x9F
                || c == 0x200E || c == 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0xFEFF || c >= 0xFFFE;
    }
}
