package xingma.registry.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xingma.fact.Path;
import xingma.institution.InstitutionId;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.territory.Officer;

/**
 * A file held against the register, with nothing written (试运行): what is wrong at which cell, what would change, and
 * what the public would see of it.
 *
 * @param findings in the order of sheets, rows and columns
 * @param alterations edits to what is published already
 * @param plans one for each institution that changes, in the order of their ids
 * @param dossiers of every institution that a good row of the file is about and that has one, as they stood
 */
public record Trial(
        int rows,
        Counts counts,
        List<Form> forms,
        List<Finding> findings,
        List<Alteration> alterations,
        List<Plan> plans,
        List<Dossier> dossiers) {
    public Trial {
        forms = List.copyOf(forms);
        findings = List.copyOf(findings);
        alterations = List.copyOf(alterations);
        plans = List.copyOf(plans);
        dossiers = List.copyOf(dossiers);
    }

    /**
     * Rows by what becomes of them.
     *
     * @param warned good rows that somebody should look at
     */
    public record Counts(int fresh, int unchanged, int changed, int wrong, int warned) {}

    /**
     * What a sheet was taken for.
     *
     * @param kind the premises kind's id, or empty where the sheet is no list we know
     */
    public record Form(String sheet, String kind, List<String> headings) {
        public Form {
            headings = List.copyOf(headings);
        }
    }

    /** One published fact that a cell would change, and what the public would notice. */
    public record Alteration(
            String cell,
            String sheet,
            InstitutionId institution,
            String name,
            Path path,
            String heading,
            Optional<String> before,
            String after,
            Effect effect) {}

    /** What becomes of one institution. */
    public record Plan(Dossier dossier, List<Edit> edits) {
        public Plan {
            edits = List.copyOf(edits);
        }

        /** The same for everybody who proposes this import, however often. */
        public static String idOf(String importId, InstitutionId institution) {
            return importId + '.' + institution;
        }

        Change.Proposal proposal(ImportFile file, Officer officer, Instant at) {
            return new Change.Proposal(
                    idOf(file.id(), dossier.id()), edits, file.source(), file.id(), officer.id(), at);
        }
    }
}
