package xingma.local;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything that the functions of the running city have said on their standard output, where the cloud's log begins. */
final class Heard extends FilterOutputStream {
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

    private Heard(OutputStream on) {
        super(on);
    }

    /** From now on; what is said still goes where it went. */
    static void listen() {
        System.setOut(new PrintStream(new Heard(System.out), true, StandardCharsets.UTF_8));
    }

    static String all() {
        return SAID.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int sign) throws IOException {
        SAID.write(sign);
        out.write(sign);
    }

    @Override
    public void write(byte[] signs, int from, int length) throws IOException {
        SAID.write(signs, from, length);
        out.write(signs, from, length);
    }
}
