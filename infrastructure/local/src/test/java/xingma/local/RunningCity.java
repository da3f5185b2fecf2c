package xingma.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One city for all journeys, started for the first that asks and furnished with the pilot. */
final class RunningCity implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalCity.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningCity.class))
                .computeIfAbsent("city", key -> start(), LocalCity.class);
    }

    private static LocalCity start() {
        try {
            Heard.listen();
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "cities")), "city");
            var options = Options.anywhere(Path.of("../..").toRealPath(), folder.toRealPath());
            var city = LocalCity.start(options);
            new SampleCity(city, line -> {}).furnish(options);
            return city;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
