using System.Collections.Frozen;

namespace CustomerInsight.Testing;

/// <summary>Short forms by which people with a given name go.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string[]> ByName = WordList.Lines("""
        Abigail Abi Abby
        Alexander Alex Sandy
        Alexandra Alex Sandra
        Amanda Mandy
        Andrew Andy Drew
        Angela Angie
        Anthony Tony
        Barbara Babs Barb
        Benjamin Ben
        Bernard Bernie
        Bethany Beth
        Cameron Cam
        Catherine Cathy Kate Katie
        Charles Charlie Chas
        Charlotte Lottie Charlie
        Christine Chris Tina
        Christopher Chris Kit
        Daniel Dan Danny
        David Dave
        Deborah Debbie Deb
        Donald Don
        Dorothy Dot Dottie
        Edward Ed Ted Eddie
        Eleanor Ellie Nell
        Elizabeth Liz Beth Betty Lizzie
        Frances Fran
        Francis Frank
        Frederick Fred Freddie
        Geoffrey Geoff
        Georgina Georgie
        Gerald Gerry
        Gregory Greg
        Harold Harry
        Isabella Bella Izzy
        Jacqueline Jackie
        James Jim Jimmy Jamie
        Janet Jan
        Jennifer Jen Jenny
        Jessica Jess
        Jonathan Jon Jonny
        Joseph Joe
        Josephine Jo Josie
        Joshua Josh
        Katherine Kate Kathy Katie
        Kathleen Kath Kathy
        Kenneth Ken
        Laurence Larry
        Leonard Len
        Margaret Maggie Peggy Meg
        Matthew Matt
        Michael Mike Mick
        Michelle Shelly
        Natalie Nat
        Nicholas Nick
        Nicola Nicky
        Oliver Ollie
        Pamela Pam
        Patricia Pat Trish
        Patrick Paddy Pat
        Penelope Penny
        Peter Pete
        Philip Phil
        Philippa Pippa
        Rebecca Becky Becca
        Reginald Reg
        Richard Rick Dick Rich
        Robert Bob Rob Bobby
        Ronald Ron
        Samantha Sam
        Samuel Sam
        Sandra Sandy
        Stephanie Steph
        Stephen Steve
        Steven Steve
        Stuart Stu
        Susan Sue Susie
        Terence Terry
        Thomas Tom Tommy
        Timothy Tim
        Valerie Val
        Victoria Vicky Tori
        Vincent Vince
        William Bill Will Billy
        """).Select(WordList.Words).ToFrozenDictionary(static words => words[0], static words => words[1..], StringComparer.Ordinal);

    /// <summary>The short form a person goes by, or null where the name has none.</summary>
    public static string? Draw(SeededRandom random, string givenName) =>
        ByName.TryGetValue(givenName, out string[]? forms) ? forms[random.Next(forms.Length)] : null;
}
