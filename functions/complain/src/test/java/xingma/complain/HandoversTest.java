package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complain.DeskCounter.by;
import static xingma.complain.DeskCounter.json;
import static xingma.complaint.desk.DeskRoom.CAI;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.QIAN;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.complaint.Some;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Identity;
import xingma.complaint.number.CaseNumber;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandoversTest {
    private static final String HEADINGS = "工单编号,诉求类型,类别,所属区,登记号或信用代码,机构名称或地点,诉求内容,来电人,联系电话,身份方式\r\n";

    private final DeskCounter counter = new DeskCounter();
    private final DeskRoom room = counter.room;

    private static String row(String reference, String rest) {
        return reference + "," + rest + "\r\n";
    }

    private static String good(String reference) {
        return row(reference, "投诉,price,青岚区,,听雨路18号某美容院,办卡后要求退费一直拖延。,李女士,13800000000,保密");
    }

    private JsonNode take(Officer officer, byte[] bytes, String... query) {
        var asked = by(officer, "POST /api/complaints/handovers").body(bytes);
        for (var i = 0; i < query.length; i += 2) {
            asked = asked.query(query[i], query[i + 1]);
        }
        return json(counter.ask(asked));
    }

    private JsonNode take(String csv, String... query) {
        return take(HE, csv.getBytes(StandardCharsets.UTF_8), query);
    }

    private List<Row> open() {
        return room.complaints.open(Some.QINGLAN, Optional.empty()).items();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void a_list_is_tried_before_anything_is_filed(String charset) {
        var told = take(HE, (HEADINGS + good("YT1") + good("YT2")).getBytes(Charset.forName(charset)));
        assertEquals(2, told.at("/counts/new").asInt(), told::toString);
        assertTrue(told.at("/items/0/number").isNull());
        assertEquals(List.of(), open());
    }

    @Test
    void a_list_is_filed_once_however_often_it_is_sent() {
        var csv = HEADINGS + good("YT1") + good("YT2");
        var first = take(csv, "apply", "true");
        var again = take(csv + good("YT3"), "apply", "true");
        assertEquals(first.at("/items/0/number"), again.at("/items/0/number"));
        assertEquals(3, open().size());
        assertEquals(first.at("/items/1/number"), take(csv).at("/items/1/number"));
        var number = new CaseNumber(first.at("/items/0/number").asText());
        var filing = room.complaints.find(Some.QINGLAN, number).orElseThrow().filing();
        assertEquals(Channel.HOTLINE, filing.channel());
        assertEquals(Optional.of("YT1"), filing.reference());
        assertEquals(Identity.CONFIDENTIAL, filing.identity());
    }

    @Test
    void better_words_under_the_same_number_are_the_same_hand_over() {
        take(HEADINGS + good("YT1"), "apply", "true");
        take(HEADINGS + row("YT1", "投诉,refund,青岚区,,听雨路18号,写得更清楚一些。,,,"), "apply", "true");
        assertEquals(1, open().size());
    }

    @Test
    void a_long_list_is_filed_in_parts() {
        var csv = new StringBuilder(HEADINGS);
        for (var i = 0; i < 130; i++) {
            csv.append(good("YT" + i));
        }
        var first = take(csv.toString(), "apply", "true");
        assertEquals(100, first.at("/progress/done").asInt());
        assertEquals(130, first.at("/progress/total").asInt());
        assertTrue(first.at("/items/129/number").isNull());
        var second = take(csv.toString(), "apply", "true");
        assertEquals(130, second.at("/progress/done").asInt());
        assertEquals(first.at("/items/0/number"), second.at("/items/0/number"));
    }

    @Test
    void each_fault_is_named_by_its_cell_and_the_good_rows_are_filed() {
        var csv = HEADINGS
                + good("YT1")
                + good("YT1")
                + row("YT2", "表扬,price,青岚区,,某店,服务很好。,,,")
                + row("YT3", "投诉,impostor,滨澜区,XXXX0001999010217D1542,某店,,王某,12,签名");
        var told = take(csv, "apply", "true");
        assertEquals(1, told.get("items").size());
        assertEquals(3, told.at("/counts/wrong").asInt());
        assertEquals(
                List.of("A3", "B4", "C5", "D5", "E5", "G5", "I5", "J5"), told.get("findings").findValuesAsText("cell"));
        assertEquals("没有这种诉求类型", told.at("/findings/1/what").asText());
        assertFalse(told.toString().contains("王某"));
    }

    @Test
    void the_city_takes_over_for_its_districts() {
        var csv = HEADINGS + good("YT1") + row("YT2", "投诉,price,990103,,某店,办卡后要求退费一直拖延。,,,");
        assertEquals(2, take(CAI, csv.getBytes(StandardCharsets.UTF_8)).at("/counts/new").asInt());
        assertEquals(1, take(csv).at("/counts/new").asInt());
    }

    @Test
    void the_template_is_a_list_that_can_be_filled_in() {
        var template = counter.ask(Asked.by("he", "990102", "handler", "GET /api/complaints/handovers"));
        assertTrue(template.text().startsWith("\uFEFF工单编号,"));
        var told = take(HE, template.body());
        assertEquals(1, told.get("rows").asInt());
        assertEquals(List.of("category.unknown"), told.get("findings").findValuesAsText("code"));
    }

    @Test
    void what_is_no_list_is_refused() {
        assertEquals("handover.headings", take("a,b\r\n1,2\r\n").get("code").asText());
        assertEquals("file.empty", take("").get("code").asText());
        assertEquals(
                "officer.notHandler",
                take(QIAN, (HEADINGS + good("YT1")).getBytes(StandardCharsets.UTF_8)).get("code").asText());
    }
}
