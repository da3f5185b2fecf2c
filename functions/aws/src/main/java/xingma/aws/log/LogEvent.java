package xingma.aws.log;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.complaint.evidence.EvidenceFinding;
import xingma.complaint.number.CaseNumber;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.exhibit.ExhibitFolder;
import xingma.evaluation.exhibit.ExhibitPlace;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/**
 * Everything that this system ever writes to its log. Each event is made of numbers, codes and words of our own; there
 * is no room in it for a name, a free text or a message of somebody else's, and so none for personal data or forged
 * lines.
 */
public sealed interface LogEvent {
    /** The function answered a request. */
    record Answered(String request, String route, int status, long millis) implements LogEvent {
        public Answered {
            Words.require(request);
        }
    }

    /** Something was thrown that is our fault or an outage; told by class and place, never by its message. */
    record Failed(String request, String thrown, List<String> at) implements LogEvent {
        private static final int DEEPEST = 12;

        public Failed {
            Words.require(request);
            at = List.copyOf(at);
        }

        public static Failed by(String request, Throwable thrown) {
            var root = thrown;
            for (var depth = 0; root.getCause() != null && depth < 8; depth++) {
                root = root.getCause();
            }
            var name = root == thrown
                    ? thrown.getClass().getName()
                    : thrown.getClass().getName() + " by " + root.getClass().getName();
            return new Failed(
                    request,
                    name,
                    Arrays.stream(root.getStackTrace())
                            .limit(DEEPEST)
                            .map(f -> f.getClassName() + '.' + f.getMethodName() + ':' + f.getLineNumber())
                            .toList());
        }
    }

    /** A phone asked what stands behind a code. */
    record Scanned(RegionCode city, Answer answer, String language) implements LogEvent {
        public Scanned {
            Words.require(language);
        }

        public enum Answer {
            YES,
            NO,
            WITHDRAWN,
            REPLACED,
            UNKNOWN,
            MALFORMED
        }
    }

    /** Somebody handed in a complaint. Neither its number nor anything of it: the case's own trail tells the rest. */
    record HandedIn(String request, String unit, String kind, Outcome outcome) implements LogEvent {
        public HandedIn {
            Words.require(request);
            Words.require(unit);
            Words.require(kind);
        }

        public enum Outcome {
            FILED,
            /** The same again: the same receipt. */
            AGAIN,
            KEY_USED,
            INCOMPLETE,
            /** Diverted to 120 and 110. */
            EMERGENCY,
            /** Work or waiting was asked for. */
            HELD_UP
        }
    }

    /** Somebody held out a receipt, or took a step with one. */
    record HeldOut(String request, String step, Outcome outcome) implements LogEvent {
        public HeldOut {
            Words.require(request);
            Words.require(step);
        }

        public enum Outcome {
            SHOWN,
            DONE,
            NOT_DONE,
            WRONG,
            TOO_OFTEN
        }
    }

    /** An officer took a step with a dossier. */
    record DossierStepped(String request, String officer, InstitutionId institution, long revision, Step step)
            implements LogEvent {
        public DossierStepped {
            Words.require(request);
            Words.require(officer);
        }

        public enum Step {
            PROPOSED,
            CHECKED,
            REFUSED
        }
    }

    /** An officer took a step with a placard. */
    record PlacardStepped(String request, String officer, PlacardCode placard, Step step) implements LogEvent {
        public PlacardStepped {
            Words.require(request);
            Words.require(officer);
        }

        public enum Step {
            ISSUED,
            REPLACED,
            WITHDRAWN,
            POSTED
        }
    }

    /** An import went forward: how many of its rows are right, wrong, or done. */
    record ImportWent(String request, String officer, String id, Step step, int rows, int wrong, int done)
            implements LogEvent {
        public ImportWent {
            Words.require(request);
            Words.require(officer);
            Words.require(id);
        }

        public enum Step {
            TRIED,
            PROPOSED,
            CHECKED,
            REFUSED
        }
    }

    /** Somebody was refused what is not theirs to do or see. */
    record Denied(String request, String officer, String code) implements LogEvent {
        public Denied {
            Words.require(request);
            Words.require(officer);
            Words.require(code);
        }

        /** Somebody whose token may not even say who they are. */
        public static Denied to(String request, Optional<String> subject, String code) {
            return new Denied(request, subject.filter(Words::isWord).orElse("-"), code);
        }
    }

    /** A file that came for a case was kept or refused. */
    record EvidenceFound(String request, CaseNumber number, int slot, String found) implements LogEvent {
        public EvidenceFound {
            Words.require(request);
            Words.require(found);
        }

        public static EvidenceFound of(String request, EvidenceFinding finding) {
            var found = switch (finding) {
                case EvidenceFinding.Kept kept -> kept.kind().name();
                case EvidenceFinding.Refused refused -> "REFUSED_" + refused.reason();
            };
            var place = finding.place();
            return new EvidenceFound(request, place.folder().number(), place.slot(), found);
        }
    }

    /** A file that was sent for an evaluation was cleaned: the kind that is kept, or why it is not. */
    record ExhibitFound(String request, EvaluationId evaluation, String found) implements LogEvent {
        public ExhibitFound {
            Words.require(request);
            Words.require(found);
        }

        public static ExhibitFound of(String request, ExhibitPlace place, ExhibitFolder.Entry became) {
            var found = switch (became) {
                case ExhibitFolder.Entry.Awaited awaited -> "AWAITED";
                case ExhibitFolder.Entry.Kept kept -> kept.exhibit().kind().name();
                case ExhibitFolder.Entry.Refused refused -> "REFUSED_" + refused.reason();
            };
            return new ExhibitFound(request, place.folder().evaluation(), found);
        }
    }

    /** Sheets were printed. */
    record Printed(String request, String officer, RegionCode district, int placards, long millis) implements LogEvent {
        public Printed {
            Words.require(request);
            Words.require(officer);
        }
    }

    /** The sweep went through the cases; how many of each thing it did. */
    record Swept(
            int looked, int reminded, int climbed, int moved, int erased, int missed, int pages, boolean whole)
            implements LogEvent {}

    /** The sweep went through the stars; how many of each thing it did. */
    record StarsSwept(int looked, int suspended, int resumed, int expired, int missed, int broken, boolean whole)
            implements LogEvent {}

    /** The post room went through what is to be told; how many of each thing it did, and of whom nothing. */
    record Posted(int told, int unwanted, int failed, int givenUp, boolean whole) implements LogEvent {}

    /** The event's name in the log. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** One word: an id, a code; never a sentence. */
    final class Words {
        private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._@:|=/+-]+");

        private Words() {}

        static boolean isWord(String word) {
            return word.length() <= 128 && WORD.matcher(word).matches();
        }

        static void require(String word) {
            if (!isWord(word)) {
                throw new IllegalArgumentException("a log takes single words");
            }
        }
    }
}
