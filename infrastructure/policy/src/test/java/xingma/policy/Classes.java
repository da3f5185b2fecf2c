package xingma.policy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;

/** Every class of ours that runs somewhere; read once, for reading them takes seconds. */
final class Classes {
    static final JavaClasses OURS = read();

    private Classes() {}

    private static JavaClasses read() {
        try {
            var places = Collections.list(Classes.class.getClassLoader().getResources("xingma")).stream()
                    .map(Location::of)
                    .toList();
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importLocations(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
