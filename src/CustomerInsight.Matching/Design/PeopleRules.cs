namespace CustomerInsight.Matching;

/// <summary>The rules that say which records of people are compared, which are as good as matches, and which teach.</summary>
internal static class PeopleRules
{
    public static IEnumerable<IBlockingRule> Blocking(PeopleFields f)
    {
        BlockingPart? givenInitial = Part(f.GivenName, ValuePart.Prefix(1));
        BlockingPart? givenStart = Part(f.GivenName, ValuePart.Prefix(3));
        BlockingPart? givenSound = Part(f.GivenName, ValuePart.Soundex);
        BlockingPart? familyInitial = Part(f.FamilyName, ValuePart.Prefix(1));
        BlockingPart? familyStart = Part(f.FamilyName, ValuePart.Prefix(3));
        BlockingPart? familySound = Part(f.FamilyName, ValuePart.Soundex);
        BlockingPart? birthYear = Part(f.BirthDate, ValuePart.Year);
        BlockingPart? street = f.StreetLines.Count > 0 ? f.StreetLines[0] : null;

        // From narrow to wide: what comes later is used only while the budget of pairs lasts.
        return Rules(
            [f.NationalId],
            [f.Email],
            [f.Phone],
            [f.FullName],
            [f.GivenName, f.BirthDate],
            [f.FamilyName, f.BirthDate],
            [Part(f.Email, ValuePart.EmailUser)],
            [f.BirthDate, f.Postcode],
            [f.BirthDate, f.City],
            [f.BirthDate, street],
            [f.FullName, f.BirthDate])
            .Concat(f.GivenName is not null && f.FamilyName is not null ? [BlockingRule.OnEitherOrder(f.GivenName, f.FamilyName)] : [])
            .Concat(Rules(
            [familySound, givenSound, birthYear],
            [f.BirthDate, givenInitial],
            [f.BirthDate, familyInitial],
            [f.Postcode, street],
            [f.Postcode, f.FamilyName],
            [f.Postcode, f.GivenName],
            [f.Postcode, f.StreetNumber],
            [street, f.StreetNumber],
            [givenStart, birthYear, familyInitial],
            [familySound, givenSound, f.City],
            [givenStart, familyStart, f.City],
            [f.FamilyName, givenInitial, f.City],
            [f.GivenName, familyInitial, f.City],
            [familySound, givenSound],
            [f.FamilyName, givenStart],
            [f.GivenName, familyStart],
            [f.BirthDate],
            [street],
            [f.FamilyName, givenInitial],
            [f.FamilyName, birthYear],
            [f.GivenName, birthYear],
            [f.FamilyName],
            [f.GivenName],
            [f.Postcode]));
    }

    public static IEnumerable<IBlockingRule> Deterministic(PeopleFields f) => Rules(
        [f.NationalId],
        [f.Email],
        [f.GivenName, f.FamilyName, f.BirthDate],
        [f.FullName, f.BirthDate],
        [f.Phone, f.GivenName],
        [f.GivenName, f.FamilyName, f.Postcode],
        [f.FullName, f.Postcode]);

    public static IEnumerable<IBlockingRule> Training(PeopleFields f) => Rules(
        [f.BirthDate],
        [f.GivenName, f.FamilyName],
        [f.FullName],
        [f.Email],
        [f.Phone],
        [f.NationalId],
        [f.Postcode, f.FamilyName],
        [f.Postcode, f.GivenName]);

    /// <summary>A rule of each list whose attributes are all there.</summary>
    private static IEnumerable<IBlockingRule> Rules(params BlockingPart?[][] lists) =>
        lists.Where(static parts => parts.All(static part => part is not null)).Select(static parts => BlockingRule.On(parts!));

    private static BlockingPart? Part(string? attribute, ValuePart part) => attribute is null ? null : new BlockingPart(attribute, part);
}
