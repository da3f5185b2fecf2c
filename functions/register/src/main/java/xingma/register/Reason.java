package xingma.register;

/** Why a change is refused, as it comes in. */
record Reason(String reason) {
    String checked(int longest) {
        var plain = reason.strip();
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > longest) {
            throw Telling.malformed(
                    "reason", "reason.length", "请写理由，最多" + longest + "个字。",
                    "Give a reason of at most " + longest + " characters.");
        }
        return plain;
    }
}
