package xingma.complaint.seal;

/**
 * What only the bureau can compute: messages marked with a key that nobody sees (HMAC-SHA256). Each purpose has its own
 * marks; the same message for another purpose gives another.
 */
public interface Secrets {
    /** The purpose is part of what is marked: never renamed. */
    enum Purpose {
        /** A telephone number, to know the same one again. */
        PHONE,
        /** A submission's content, to tell a re-send from another text under the same key. */
        BODY,
        /** A receipt's number and secret. */
        RECEIPT,
        /** A puzzle, so that only ours are solved. */
        PUZZLE,
        /** Pieces of a complaint's text, to find similar ones. */
        SIMILARITY,
        /** Where a list goes on, a link, and whatever else leaves us and must come back unaltered. */
        TICKET
    }

    /** Thirty-two bytes by the key in use. */
    byte[] mac(Purpose purpose, byte[] message);

    /** Which key is in use, counted from 1; marks that are kept and compared later are kept with it. */
    int version();

    /** The same by an earlier key, for marks that were made with it. */
    Secrets at(int version);
}
