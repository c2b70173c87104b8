namespace CustomerInsight;

/// <summary>What a host might have.</summary>
internal sealed record Contact(int Id)
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Home { get; init; }

    public string? Mobile { get; init; }

    public DateOnly? BirthDate { get; init; }

    public DateTimeOffset? ModifiedOn { get; init; }

    public string? UnionId { get; init; }

    public string? Card { get; init; }
}
