package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.engines.Template;

/** What complainants write is opened in one place, and by the key that the template makes for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealTest {
    private static final String CIPHERS = "javax.crypto.(Cipher|CipherInputStream|CipherOutputStream|SealedObject|KEM).*";
    private static final String KMS = "software.amazon.awssdk.services.kms.Kms(Async)?Client";

    /** Those whose code, lambdas and method references included, calls or makes something of these classes. */
    private static Set<String> users(Iterable<JavaClass> classes, String used) {
        var users = new TreeSet<String>();
        classes.forEach(c -> c.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().getName().matches(used))
                .forEach(access -> users.add(c.getName())));
        return users;
    }

    @Test
    void one_class_encrypts_and_decrypts() {
        assertEquals(Set.of("xingma.aws.kms.Envelopes"), users(Classes.OURS, CIPHERS));
    }

    @Test
    void one_class_asks_kms() {
        var users = users(Classes.OURS, KMS);
        users.remove("xingma.aws.Clients$Keys");
        assertEquals(Set.of("xingma.aws.kms.KmsKeys"), users);
    }

    @Test
    void data_keys_are_unwrapped_for_envelopes_and_for_the_key_of_marks_alone() {
        var users = new TreeSet<String>();
        Classes.OURS.forEach(c -> c.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isAssignableTo("xingma.aws.kms.DataKeys"))
                .filter(call -> call.getTarget().getName().equals("unwrapped"))
                .forEach(call -> users.add(c.getName())));
        assertEquals(Set.of("xingma.aws.kms.Envelopes", "xingma.aws.kms.StoredMarkKeys"), users);
    }

    @Test
    void contacts_come_out_of_their_envelopes_in_one_place() {
        assertEquals(
                Set.of("xingma.complaint.caseload.ContactSafe"),
                Classes.OURS.stream()
                        .filter(c -> c.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().getName().equals("xingma.complaint.filing.Contact")
                                        && call.getTarget().getName().equals("of")))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void these_rules_catch_what_they_are_for() {
        class Careless {
            @SuppressWarnings("unused")
            byte[] opened(byte[] sealed) throws Exception {
                return Cipher.getInstance("AES/GCM/NoPadding").doFinal(sealed);
            }
        }
        assertEquals(1, users(new ClassFileImporter().importClasses(Careless.class), CIPHERS).size());
    }

    @Test
    void the_key_is_turned_every_year_outlives_its_stack_and_is_not_gone_in_a_day() {
        var key = House.properties(House.DATA, "SealKey");
        assertEquals(true, key.get("EnableKeyRotation"));
        assertEquals(30, key.get("PendingWindowInDays"));
        assertEquals(Map.of("Ref", "SealKey"), House.properties(House.DATA, "SealKeyAlias").get("TargetKeyId"));
    }

    @Test
    void the_key_is_for_the_account_alone_and_for_nothing_without_a_part() {
        var statements = list(map(House.properties(House.DATA, "SealKey").get("KeyPolicy")).get("Statement")).stream()
                .map(Template::map)
                .collect(Collectors.groupingBy(s -> s.get("Effect").toString()));
        assertEquals(
                List.of(Map.of("AWS", Map.of("Fn::Sub", "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"))),
                statements.get("Allow").stream().map(s -> s.get("Principal")).toList());
        assertEquals(
                List.of(Map.of("Null", Map.of("kms:EncryptionContext:part", true))),
                statements.get("Deny").stream().map(s -> s.get("Condition")).toList());
    }
}
