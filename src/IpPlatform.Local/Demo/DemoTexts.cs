namespace IpPlatform.Local.Demo;

/// <summary>What made-up people ask for and plan.</summary>
internal static class DemoTexts
{
    public static IReadOnlyList<string> Needs { get; } =
    [
        "Eg har hjelp frå heimetenesta, fysioterapeut og NAV, og må fortelje alt på nytt kvar gong. Eg treng éin å snakke med.",
        "Sonen vår får hjelp på skulen, hos BUP og i avlastinga. Vi ringjer rundt heile veka for å få det til å henge saman.",
        "Etter sjukehuset treng eg opptrening, hjelpemiddel og støttekontakt. Ingen veit kven som gjer kva.",
        "Eg vil tilbake i arbeid, men treng at lege, NAV og kommunen dreg same vegen.",
        "Mor har fleire tenester heime. Vi pårørande treng å vite kven som har ansvaret.",
    ];

    public static IReadOnlyList<string> WhatMatters { get; } =
    [
        "At eg slepp å fortelje alt på nytt.", "Å kunne bu heime og treffe folk.", "At barna får ein vanleg kvardag.", "Å kome ut på tur kvar veke.", "At nokon ringjer når dei har sagt det.",
    ];

    public static IReadOnlyList<(string Goal, string Measure, string Who)> Goals { get; } =
    [
        ("Bu for meg sjølv", "Øve på å lage middag to gonger i veka", "heimetenesta"),
        ("Kome tilbake på jobb", "Avklare arbeidstid med arbeidsgivar og NAV", "NAV"),
        ("Gå til butikken utan hjelp", "Trene balanse og styrke", "fysioterapeuten"),
        ("Ha nokon å treffe", "Finne ein støttekontakt som likar fiske", "kommunen"),
        ("Klare skuledagen", "Roleg rom og fast vaksen om morgonen", "skulen"),
    ];

    public static IReadOnlyList<string> NextSteps { get; } =
    [
        "Vi møtest og snakkar om kva som er viktig for deg.", "Eg ringjer fysioterapeuten om time.", "Samarbeidsmøte med NAV og heimetenesta.", "Vi ser gjennom planen saman.", "Eg skriv til sjukehuset om hjelpemiddel.",
    ];
}
