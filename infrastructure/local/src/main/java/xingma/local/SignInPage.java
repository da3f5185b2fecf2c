package xingma.local;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Who sits at the desk today: one button per sample person. */
final class SignInPage {
    private SignInPage() {}

    static String of(People people) {
        var page = new StringBuilder(HEAD);
        for (var person : people.all()) {
            page.append("<form method=post><input type=hidden name=username value=\"").append(safe(person.id()))
                    .append("\"><input type=hidden name=claims value=\"").append(safe(json(person.claims())))
                    .append("\"><button id=\"").append(safe(person.id())).append("\"><b>").append(safe(person.name()))
                    .append("</b><span>").append(safe(person.where())).append(" · ").append(safe(person.work()))
                    .append("</span><span lang=\"en\">").append(safe(person.inEnglish()))
                    .append("</span></button></form>\n");
        }
        return page.append("</main></html>\n").toString();
    }

    private static String json(Object value) {
        try {
            return Event.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!doctype html>
            <html lang="zh-Hans">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>登录 · Sign in</title>
            <style>
            body{margin:0;background:#f4f5f3;color:#15222d;font:17px/1.55 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
            header{background:#15222d;color:#fff;padding:16px 20px}
            h1{font-size:1.375rem;line-height:1.3;margin:0}
            main{max-width:40rem;margin:0 auto;padding:16px}
            form{margin:0 0 8px}
            button{width:100%;min-height:60px;padding:8px 16px;border:1px solid #71808c;border-radius:6px;background:#fff;color:#15222d;font:inherit;text-align:left;cursor:pointer}
            button:hover{border-color:#174a7c}
            button:focus-visible{outline:3px solid #c26a00;outline-offset:2px}
            b,span{display:block}
            span{color:#4a5864;font-size:.9375rem}
            </style>
            <header><h1>今天谁在岗？</h1><div lang="en">Who is at the desk today?</div></header>
            <main>
            <p>这是样本城市，人员均为虚构，不用密码。<br><span lang="en">A sample city: everybody is invented, and nobody has a password.</span></p>
            """;
}
