package xingma.policy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LayersTest {
    private static final String[] CORE = {
        "xingma.attachment..",
        "xingma.audit..",
        "xingma.complaint..",
        "xingma.evaluation..",
        "xingma.fact..",
        "xingma.institution..",
        "xingma.keeping..",
        "xingma.picture..",
        "xingma.placard..",
        "xingma.practitioner..",
        "xingma.rating..",
        "xingma.registry..",
        "xingma.territory..",
        "xingma.warning.."
    };
    private static final String[] DEPLOYABLES = {"xingma.scan..", "xingma.register..", "xingma.print..", "xingma.complain..", "xingma.rate.."};
    private static final String[] FOR_OFFICERS_ONLY = {
        "com.fasterxml.jackson.databind..",
        "com.google.zxing..",
        "org.apache.pdfbox..",
        "org.apache.fontbox..",
        "org.apache.commons.csv..",
        "org.apache.poi..",
        "org.dhatim..",
        "software.amazon.awssdk.services.s3..",
        "software.amazon.awssdk.services.kms.."
    };

    private static final DescribedPredicate<JavaClass> OF_THE_JDK_OR_CORE =
            resideInAnyPackage("java..", "javax.crypto..").or(resideInAnyPackage(CORE)).or(DescribedPredicate.describe(
                    "is primitive or an array", c -> c.isPrimitive() || c.isArray()));

    @Test
    void every_package_has_a_place_in_these_rules() {
        var known = Set.of(
                "attachment", "audit", "rate", "keeping", "evaluation", "complaint", "fact", "institution", "picture", "placard", "practitioner", "rating", "registry", "territory", "warning",
                "scan", "register", "print", "complain", "pages", "sheets", "rulebook", "aws", "local", "engines", "sample", "bureau");
        var unknown = new TreeSet<String>();
        Classes.OURS.forEach(c -> unknown.add(c.getPackageName().split("[.]")[1]));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void core_depends_on_the_jdk_alone() {
        classes().that().resideInAnyPackage(CORE).should().onlyDependOnClassesThat(OF_THE_JDK_OR_CORE).check(Classes.OURS);
    }

    @Test
    void core_has_no_cycles() {
        var core = Classes.OURS.that(resideInAnyPackage(CORE));
        slices().matching("xingma.(*)..").should().beFreeOfCycles().check(core);
    }

    @Test
    void pages_are_drawn_from_core_alone() {
        classes()
                .that()
                .resideInAPackage("xingma.pages..")
                .should()
                .onlyDependOnClassesThat(OF_THE_JDK_OR_CORE.or(resideInAPackage("xingma.pages..")))
                .check(Classes.OURS);
    }

    @Test
    void deployables_do_not_know_each_other() {
        for (var one : DEPLOYABLES) {
            for (var other : DEPLOYABLES) {
                if (!one.equals(other)) {
                    noClasses().that().resideInAPackage(one).should().dependOnClassesThat().resideInAPackage(other).check(Classes.OURS);
                }
            }
        }
    }

    @Test
    void only_deployables_and_what_runs_them_know_deployables() {
        noClasses()
                .that()
                .resideInAnyPackage("xingma.aws..", "xingma.pages..", "xingma.sheets..", "xingma.rulebook..", "xingma.engines..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DEPLOYABLES)
                .check(Classes.OURS);
    }

    @Test
    void nobody_depends_on_the_local_run() {
        noClasses()
                .that()
                .resideOutsideOfPackages("xingma.local..", "xingma.engines..", "xingma.bureau..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("xingma.local..", "xingma.engines..")
                .check(Classes.OURS);
    }

    @Test
    void nothing_is_drawn_with_awt() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..").check(Classes.OURS);
    }

    @Test
    void a_scan_never_meets_spreadsheets_documents_drawing_or_databind() {
        noClasses()
                .that()
                .resideInAnyPackage("xingma.scan..", "xingma.pages..", "xingma.rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FOR_OFFICERS_ONLY)
                .check(Classes.OURS);
    }

    @Test
    void nothing_unique_or_of_an_instant_is_kept_in_static_state() {
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "is random, unique or of an instant",
                        c -> c.isAssignableTo(Random.class)
                                || c.isAssignableTo(RandomGenerator.class)
                                || c.isAssignableTo(UUID.class)
                                || c.isAssignableTo(Instant.class)
                                || c.isAssignableTo(Clock.class)))
                .check(Classes.OURS);
        var drawn = new TreeSet<String>();
        for (var type : Classes.OURS) {
            type.getStaticInitializer().ifPresent(start -> start.getCallsFromSelf().stream()
                    .filter(c -> c.getTarget().getFullName().matches(
                            "java[.](time[.]\\w+[.]now|util[.]UUID[.]randomUUID|lang[.]System[.](currentTimeMillis|nanoTime)).*"))
                    .forEach(c -> drawn.add(c.getDescription())));
        }
        assertEquals(Set.of(), drawn);
    }

    @Test
    void these_rules_catch_what_they_are_for() {
        class Careless {
            @SuppressWarnings("unused")
            private static final UUID SAME_IN_EVERY_SNAPSHOT = UUID.randomUUID();
        }
        var careless = new ClassFileImporter().importClasses(Careless.class);
        var rule = noFields().that().areStatic().should().haveRawType(UUID.class);
        assertEquals(1, rule.evaluate(careless).getFailureReport().getDetails().size());
    }
}
