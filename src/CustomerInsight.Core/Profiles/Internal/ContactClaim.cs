namespace CustomerInsight;

/// <summary>One record's claim of a contact point.</summary>
/// <param name="Form">What is claimed.</param>
/// <param name="Written">As the record wrote it.</param>
/// <param name="Record">The record.</param>
internal sealed record ContactClaim(ContactForm Form, ValueList<AttributeValues> Written, MergeRecord Record)
{
    private static readonly AttributeKind[] AddressKinds =
        [AttributeKind.StreetNumber, AttributeKind.StreetAddress, AttributeKind.City, AttributeKind.Region, AttributeKind.Postcode, AttributeKind.Country];

    /// <summary>Orders the claims of one contact point: which record's writing is shown.</summary>
    public static readonly Comparison<ContactClaim> BestFirst = static (left, right) =>
    {
        int order = Nullable.Compare(right.Record.Record.ObservedAt, left.Record.Record.ObservedAt);
        order = order != 0 ? order : left.Record.TrustRank.CompareTo(right.Record.TrustRank);
        order = order != 0 ? order : left.Record.Record.Key.CompareTo(right.Record.Record.Key);
        return order != 0 ? order : ContactForm.Compare(left.Written, right.Written);
    };

    /// <summary>Everything that a record claims.</summary>
    public static IEnumerable<ContactClaim> Of(MergeRecord record)
    {
        ValueList<AttributeDefinition> attributes = record.Record.Schema.Attributes;
        for (int i = 0; i < attributes.Count; i++)
        {
            ContactPointKind? kind = attributes[i].Kind == AttributeKind.Email ? ContactPointKind.Email : attributes[i].Kind == AttributeKind.Phone ? ContactPointKind.Phone : null;
            foreach (ContactClaim claim in kind is { } known ? Each(known, record, i) : [])
            {
                yield return claim;
            }
        }

        if (Address(record) is { } address)
        {
            yield return address;
        }
    }

    private static IEnumerable<ContactClaim> Each(ContactPointKind kind, MergeRecord record, int attribute)
    {
        AttributeValues written = record.Record.Values[attribute];
        AttributeValues standardized = record.Standardized[attribute];
        bool usable = !standardized.IsNone;
        AttributeValues forms = usable ? standardized : written;
        for (int i = 0; i < forms.Count; i++)
        {
            AttributeValues form = forms[i];
            yield return new ContactClaim(new ContactForm(kind, usable, [form]), [written.Count == forms.Count ? written[i] : form], record);
        }
    }

    /// <summary>All parts of a record's address, by kind; several attributes of one kind are one part.</summary>
    private static ContactClaim? Address(MergeRecord record)
    {
        AttributeValues[] written = Parts(record, static (record, attribute) => record.Record.Values[attribute]);
        if (!written.Where((part, i) => AddressKinds[i] != AttributeKind.Country && AddressKinds[i] != AttributeKind.Region && !part.IsNone).Any())
        {
            return null;
        }

        AttributeValues[] standardized = Parts(record, static (record, attribute) => record.Standardized[attribute]);
        bool usable = Array.Exists(standardized, static part => !part.IsNone);
        var shown = ValueList.From(written);
        return new ContactClaim(new ContactForm(ContactPointKind.Address, usable, usable ? ValueList.From(standardized) : shown), shown, record);
    }

    private static AttributeValues[] Parts(MergeRecord record, Func<MergeRecord, int, AttributeValues> valuesOf)
    {
        ValueList<AttributeDefinition> attributes = record.Record.Schema.Attributes;
        return Array.ConvertAll(AddressKinds, kind => AttributeValues.Of(Enumerable.Range(0, attributes.Count).Where(i => attributes[i].Kind == kind).SelectMany(i => valuesOf(record, i))));
    }
}
