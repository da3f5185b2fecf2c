package xingma;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Which way dependencies point where the bureau's core meets AWS; LayersTest has the layers of the whole house. */
@AnalyzeClasses(
        packages = "xingma",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.CoreAndAdapters.class})
class ArchitectureTest {
    /** From numbers and seals by the filing and the rules to the case, and from it to clocks, caseload, desk and window. */
    @ArchTest
    static final ArchRule the_packages_about_complaints_form_no_cycle =
            slices().assignedFrom(new PackagesUnder("xingma.complaint")).should().beFreeOfCycles();

    /** From the record by rules and the public star to the files, and from these to desk, exhibits and reports. */
    @ArchTest
    static final ArchRule the_packages_about_evaluations_form_no_cycle =
            slices().assignedFrom(new PackagesUnder("xingma.evaluation")).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_stores_do_not_know_http = noClasses()
            .that().resideInAnyPackage("xingma.aws.dynamo..", "xingma.aws.s3..")
            .should().dependOnClassesThat().resideInAPackage("xingma.aws.http..");

    @ArchTest
    static final ArchRule http_does_not_know_the_stores = noClasses()
            .that().resideInAPackage("xingma.aws.http..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("xingma.aws.dynamo..", "xingma.aws.s3..", "software.amazon.awssdk.services..");

    @ArchTest
    static final ArchRule the_hot_path_stays_free_of_databind = noClasses()
            .that().resideInAnyPackage("xingma.aws.dynamo..", "xingma.aws.http..", "xingma.aws.log..")
            .should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule nobody_draws_with_awt = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");

    @ArchTest
    static final ArchRule nothing_unique_stands_in_static_state = fields()
            .that().areStatic()
            .should().notHaveRawType(UUID.class)
            .andShould().notHaveRawType(Instant.class)
            .andShould().notHaveRawType(Random.class)
            .andShould().notHaveRawType(SecureRandom.class);

    /** Each package is a slice of its own, the upper one too. */
    private record PackagesUnder(String upper) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            var name = each.getPackageName();
            return name.equals(upper) || name.startsWith(upper + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages under " + upper;
        }
    }

    static final class CoreAndAdapters implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar") && !location.contains("/engines/");
        }
    }
}
