package xingma.aws;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import xingma.territory.RegionCode;

/**
 * What template.yaml tells a function through its environment. A function asks only for what it was given; a variable
 * that is missing or malformed names itself. Values are never printed.
 */
public final class Settings {
    private static final Pattern SEAL_KEY =
            Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]+|alias/[A-Za-z0-9/_-]+|file:.+");

    private final UnaryOperator<String> environment;

    private Settings(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** The function's variables; on a laptop, where all functions share one process, system properties stand in. */
    public static Settings fromEnvironment() {
        return new Settings(name -> System.getenv().getOrDefault(name, System.getProperty(name)));
    }

    /** Settings from anywhere else, such as a map's {@code get}. */
    public static Settings of(UnaryOperator<String> environment) {
        return new Settings(environment);
    }

    public String registerTable() {
        return required("REGISTER_TABLE");
    }

    public String complaintTable() {
        return required("COMPLAINT_TABLE");
    }

    /** The table of the audit trail. */
    public String auditTable() {
        return required("AUDIT_TABLE");
    }

    public String ratingTable() {
        return required("RATING_TABLE");
    }

    /** The private bucket of cleaned imports and posting photos. */
    public String filesBucket() {
        return required("FILES_BUCKET");
    }

    /** The bucket of public files behind the CDN. */
    public String siteBucket() {
        return required("SITE_BUCKET");
    }

    /** The private bucket of print sheets. */
    public String printBucket() {
        return required("PRINT_BUCKET");
    }

    /** The private bucket of what is shown with sheets of evaluations. */
    public String exhibitBucket() {
        return required("EXHIBIT_BUCKET");
    }

    /** The private bucket of what complainants send. */
    public String evidenceBucket() {
        return required("EVIDENCE_BUCKET");
    }

    /** The key that seals what complainants write: an ARN or alias of KMS, or {@code file:<path>} on a laptop. */
    public String sealKey() {
        var key = required("SEAL_KEY");
        if (!SEAL_KEY.matcher(key).matches()) {
            throw new IllegalStateException("SEAL_KEY is neither arn:…, alias/… nor file:<path>");
        }
        return key;
    }

    /** The queue of messages for the city's gateway: its address, or {@code file:<folder>} on a laptop. */
    public String messageQueue() {
        var queue = required("MESSAGE_QUEUE");
        if (!queue.startsWith("https://") && !queue.startsWith("file:")) {
            throw new IllegalStateException("MESSAGE_QUEUE is neither https://… nor file:<folder>");
        }
        return queue;
    }

    public RegionCode cityCode() {
        try {
            return new RegionCode(required("CITY_CODE"));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("CITY_CODE is not a region code");
        }
    }

    public String bureauName() {
        return required("BUREAU_NAME");
    }

    public String bureauNameInEnglish() {
        return required("BUREAU_NAME_EN");
    }

    /** The public host that stands on every placard; without a slash at its end. */
    public String publicBaseUrl() {
        return base("PUBLIC_BASE_URL");
    }

    /** The officers' host; without a slash at its end. */
    public String consoleBaseUrl() {
        return base("CONSOLE_BASE_URL");
    }

    /** Telephone numbers to complain to, the first one the city's own. */
    public List<String> hotlines() {
        return Arrays.stream(required("HOTLINES").split(","))
                .map(String::strip)
                .filter(h -> !h.isEmpty())
                .toList();
    }

    /** The line at the foot of each public page, such as the ICP filing. */
    public Optional<String> siteFooter() {
        return optional("SITE_FOOTER");
    }

    /** Whether the function is being made for a snapshot, to which it then returns. */
    public boolean isSnapStarted() {
        return optional("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent();
    }

    private String base(String name) {
        var value = required(name);
        try {
            var uri = URI.create(value);
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && !value.endsWith("/")) {
                return value;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new IllegalStateException(name + " is not an address of the form https://host");
    }

    private String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    @Override
    public String toString() {
        return "Settings";
    }
}
