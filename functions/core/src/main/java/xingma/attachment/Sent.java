package xingma.attachment;

/**
 * A file as it was sent (待清理文件).
 *
 * @param bytes at most one more than the largest file that is taken
 * @param version by which the store knows this one from a later one; empty in a store without versions
 */
public record Sent(byte[] bytes, String version) {
    @Override
    public String toString() {
        return "Sent[" + bytes.length + " bytes]";
    }
}
