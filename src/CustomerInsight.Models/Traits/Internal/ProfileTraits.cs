using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The fields of the profiles, as traits.</summary>
internal static class ProfileTraits
{
    // Of these a person has several.
    private static readonly AttributeKind[] Sets = [AttributeKind.Email, AttributeKind.Phone];

    // These tell who a person is.
    private static readonly AttributeKind[] Personal =
    [
        AttributeKind.GivenName, AttributeKind.FamilyName, AttributeKind.FullName, AttributeKind.Email, AttributeKind.Phone, AttributeKind.NationalId, AttributeKind.StreetAddress, AttributeKind.GeoPoint,
    ];

    public static ValueList<TraitColumn> Of(InsightContext context, IReadOnlyCollection<string>? fields) => ValueList.From(
        from attribute in Enumerable.Range(0, context.Records.Schema.Attributes.Count)
        let definition = context.Records.Schema.Attributes[attribute]
        where fields is null || fields.Contains(definition.Name)
        let column = Column(context, attribute, definition)
        select Personal.Contains(definition.Kind) ? column.AsPersonal() : column);

    private static TraitColumn Column(InsightContext context, int attribute, AttributeDefinition definition)
    {
        AttributeValues[] values = [.. context.Customers.Select(customer => customer.Profile?[definition.Name]?.Values ?? AttributeValues.None)];
        string description = $"Field of the profile, of kind {definition.Kind}";
        if (definition.Kind == AttributeKind.DateOfBirth)
        {
            return TraitColumn.Dates(definition.Name, [.. Standardized(context, attribute, definition.Name).Select(Day)], description);
        }

        if (definition.Kind == AttributeKind.Number)
        {
            return TraitColumn.Numbers(definition.Name, [.. Standardized(context, attribute, definition.Name).Select(Number)], description);
        }

        return Sets.Contains(definition.Kind)
            ? TraitColumn.TextSets(definition.Name, [.. values.Select(static value => value.IsNone ? null : (IEnumerable<string?>)value)], description)
            : TraitColumn.Texts(definition.Name, [.. values.Select(static value => value.First)], description);
    }

    /// <summary>The standardized form of a field: that of the record which its value came from, so read by that source's conventions.</summary>
    private static IEnumerable<string?> Standardized(InsightContext context, int attribute, string name)
    {
        StandardizedColumn column = context.Records.Column(attribute);
        foreach (CustomerHistory customer in context.Customers)
        {
            ProfileField? field = customer.Profile?[name];
            int record = field is null || field.Values.IsNone ? -1 : PositionOf(context.Records.Records, field.Winner.Record);
            yield return record < 0 ? null : column.First(record);
        }
    }

    private static int PositionOf(IReadOnlyList<SourceRecord> records, RecordKey key)
    {
        int low = 0;
        int high = records.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = records[middle].Key.CompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, TraitValue.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static double Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
