package xingma.pages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.attachment.UploadForm;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clocks;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.rules.Category;
import xingma.complaint.window.ComplainantsSeat.Move;

/**
 * A case as its complainant follows it.
 *
 * @param words what was said, by the acts' ids; absent where its time is over
 * @param ids one new id for each step that the page offers
 * @param told what became of the step that led here: a key of the words that follow {@code told.}
 * @param wrong what must be mended in a step that was asked for, and what was typed there
 */
public record Followed(
        Receipt receipt,
        Complaint complaint,
        Clocks clocks,
        Optional<Category> category,
        Map<String, String> words,
        Set<Move> lawful,
        Map<Move, String> ids,
        List<UploadForm> uploads,
        Instant now,
        Optional<String> told,
        List<ComplaintForm.Wrong> wrong,
        Map<String, String> typed) {
    public Followed {
        requireNonNull(receipt, "receipt");
        requireNonNull(complaint, "complaint");
        requireNonNull(clocks, "clocks");
        requireNonNull(category, "category");
        words = Map.copyOf(words);
        lawful = Set.copyOf(lawful);
        ids = Map.copyOf(ids);
        uploads = List.copyOf(uploads);
        requireNonNull(now, "now");
        requireNonNull(told, "told");
        wrong = List.copyOf(wrong);
        typed = Map.copyOf(typed);
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "Followed";
    }
}
