namespace CustomerInsight.Testing;

/// <summary>Where a household lives and lived before, and its telephone.</summary>
/// <param name="Now">The address since <paramref name="MovedAt"/>.</param>
/// <param name="NowLatin">The same in Latin letters; for Britain the same object.</param>
/// <param name="Before">The address until then.</param>
/// <param name="BeforeLatin">The same in Latin letters.</param>
/// <param name="MovedAt">When they moved; the least value where they never did.</param>
/// <param name="Landline">National digits without the leading 0, or null.</param>
internal sealed record Home(Address Now, Address NowLatin, Address Before, Address BeforeLatin, DateTimeOffset MovedAt, string? Landline)
{
    public Address At(DateTimeOffset time, bool latin) => time < MovedAt
        ? (latin ? BeforeLatin : Before)
        : (latin ? NowLatin : Now);
}
