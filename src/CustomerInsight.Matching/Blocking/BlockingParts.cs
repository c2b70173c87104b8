namespace CustomerInsight.Matching;

/// <summary>The parts of attributes that blocking rules are worth composing of, by the attributes' kinds.</summary>
public static class BlockingParts
{
    private static readonly Dictionary<AttributeKind, Func<string, BlockingPart[]>> ByKind = new()
    {
        [AttributeKind.GivenName] = Name,
        [AttributeKind.FamilyName] = Name,
        [AttributeKind.FullName] = static name => [name, BlockingPart.RarestWords(name, 1), BlockingPart.Words(name), new(name, ValuePart.Prefix(4)), new(name, ValuePart.Suffix(4))],
        [AttributeKind.DateOfBirth] = static name => [name, new(name, ValuePart.MonthAndDay), new(name, ValuePart.Year)],
        [AttributeKind.Email] = static name => [name, new(name, ValuePart.EmailUser), new(name, ValuePart.Prefix(4))],
        [AttributeKind.Phone] = static name => [name, new(name, ValuePart.LastDigits(6)), new(name, ValuePart.LastDigits(4))],
        [AttributeKind.NationalId] = Code,
        [AttributeKind.Postcode] = static name => [name, new(name, ValuePart.Prefix(3))],
        [AttributeKind.StreetNumber] = Whole,
        [AttributeKind.StreetAddress] = Text,
        [AttributeKind.City] = static name => [name, new(name, ValuePart.Prefix(3))],
        [AttributeKind.Region] = Whole,
        [AttributeKind.Country] = Whole,
        [AttributeKind.Gender] = Whole,
        [AttributeKind.Category] = Whole,
        [AttributeKind.CompanyName] = Text,
        [AttributeKind.Text] = static name => [BlockingPart.RarestWords(name, 2)],
    };

    /// <summary>Gives the parts of all attributes of a schema.</summary>
    /// <param name="schema">The attributes.</param>
    /// <returns>The parts by attribute, the whole value first. Attributes of a kind that the library does not know are taken whole and by their beginning and end.</returns>
    public static ValueList<BlockingPart> For(RecordSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return ValueList.From(schema.Attributes.SelectMany(static attribute => ByKind.GetValueOrDefault(attribute.Kind, Code)(attribute.Name)));
    }

    private static BlockingPart[] Name(string name) =>
        [name, new(name, ValuePart.Soundex), new(name, ValuePart.Prefix(3)), new(name, ValuePart.Suffix(3)), new(name, ValuePart.Prefix(1))];

    private static BlockingPart[] Code(string name) => [name, new(name, ValuePart.Prefix(4)), new(name, ValuePart.Suffix(4))];

    private static BlockingPart[] Text(string name) => [name, BlockingPart.RarestWords(name, 1), new(name, ValuePart.Prefix(4))];

    private static BlockingPart[] Whole(string name) => [name];
}
