package xingma.fact;

/** The same words in Chinese and in English; the Chinese binds. */
public record Wording(String chinese, String english) {
    public Wording {
        if (chinese.isBlank()) {
            throw new IllegalArgumentException("words are said in Chinese first");
        }
    }
}
