package xingma.bureau;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Forgets the token kept on this machine. */
@Command(name = "sign-out", description = "退出，删掉本机保存的令牌。 Sign out.", mixinStandardHelpOptions = true)
final class SignOut implements Runnable {
    @ParentCommand
    private Bureau bureau;

    @Override
    public void run() {
        bureau.tokens().forget(bureau.console());
        bureau.terminal().tell(bureau.words().say("signOut.done"));
    }
}
