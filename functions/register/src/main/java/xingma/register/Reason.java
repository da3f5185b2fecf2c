package xingma.register;

import xingma.registry.sheet.Correction;

/** Why a change is refused, as it comes in. */
record Reason(String reason) {
    String checked(int longest) {
        var plain = reason.strip();
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > longest) {
            throw Telling.malformed(
                    "reason", "reason.length", "请写理由，最多" + longest + "个字。",
                    "Give a reason of at most " + longest + " characters.");
        }
        if (Correction.holdsIdentityNumber(plain)) {
            throw Telling.malformed("reason", "cell.identityNumber", "理由里有身份证号，请删去。",
                    "The reason holds an identity number. Delete it.");
        }
        return plain;
    }
}
