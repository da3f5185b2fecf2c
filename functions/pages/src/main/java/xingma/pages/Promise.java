package xingma.pages;

import java.time.LocalDate;
import xingma.territory.DueDay;

/** By which day whoever files a complaint hears whether it is accepted (受理告知期限). */
@FunctionalInterface
public interface Promise {
    DueDay to(LocalDate filed);
}
