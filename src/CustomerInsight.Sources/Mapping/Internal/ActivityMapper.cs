namespace CustomerInsight.Sources;

/// <summary>Gives the columns of an activity source their meaning.</summary>
internal sealed class ActivityMapper(string source, ColumnTargets targets) : ColumnMapper(targets)
{
    private static readonly (ColumnRole Role, string[] Known)[] Single =
    [
        (ColumnRole.Customer, KnownColumns.Customer),
        (ColumnRole.Time, KnownColumns.Time),
        (ColumnRole.Key, KnownColumns.ActivityKey),
        (ColumnRole.Order, KnownColumns.Order),
        (ColumnRole.Item, KnownColumns.Item),
        (ColumnRole.Channel, KnownColumns.Channel),
        (ColumnRole.Category, KnownColumns.Category),
        (ColumnRole.Type, KnownColumns.Type),
        (ColumnRole.Currency, KnownColumns.Currency),
    ];

    /// <summary>Throws where there is no column for the customer or none for the time.</summary>
    /// <exception cref="SourceFormatException">One is missing.</exception>
    public void CheckComplete()
    {
        foreach (ColumnRole role in (ColumnRole[])[ColumnRole.Customer, ColumnRole.Time])
        {
            if (Columns.Count > 0 && !Targets.Gives(role) && !Columns.Any(column => column.Role == role))
            {
                throw new SourceFormatException(SourceFormatCodes.ColumnMissing, $"None of the {Columns.Count} columns is known as the {(role == ColumnRole.Time ? "time" : "customer")} of an activity. Name it in the options: Columns.{role}(\"…\"); check the delimiter, too.");
            }
        }
    }

    protected override IEnumerable<MappedColumn> Assign(IReadOnlyList<string> names)
    {
        ColumnTarget?[] all = FromOptions(names);
        foreach ((ColumnRole role, string[] known) in Single)
        {
            Guess(names, all, role, known);
        }

        GuessCustomerByIdentifier(names, all);
        GuessMoney(names, all);
        return [.. names.Select((name, i) => ToColumn(name, all[i]))];
    }

    // What comes late can only fill a place that no column has had.
    protected override MappedColumn AssignLate(string name)
    {
        if (Targets.Find(name) is { } given)
        {
            return ToColumn(name, Columns.Any(column => column.Role == given.Role && column.Role != ColumnRole.Ignored) ? null : given);
        }

        string compact = ColumnName.Compact(name);
        ColumnRole role = Single.FirstOrDefault(single => single.Role is not (ColumnRole.Customer or ColumnRole.Time or ColumnRole.Key) && single.Known.Contains(compact)).Role;
        bool isMoney = KnownColumns.Amount.Contains(compact) && !Columns.Any(static column => column.Role is ColumnRole.Amount or ColumnRole.UnitPrice);
        role = isMoney && !Targets.Gives(ColumnRole.UnitPrice) ? ColumnRole.Amount : role;
        return ToColumn(name, Targets.Gives(role) || Columns.Any(column => column.Role == role) ? null : new(role));
    }

    private static MappedColumn ToColumn(string name, ColumnTarget? target) => new(name.Trim(), target?.Role ?? ColumnRole.Ignored)
    {
        IdentifierType = target?.Role == ColumnRole.Customer ? target.IdentifierType ?? Identifier.RecordKeyType : null,
        IdentifierScope = target?.IdentifierScope ?? string.Empty,
        IsRecognized = target is not null,
    };

    private int Guess(IReadOnlyList<string> names, ColumnTarget?[] all, ColumnRole role, string[] known)
    {
        int best = Targets.Gives(role) ? -1 : ColumnGuesser.Best(names, all, known);
        if (best >= 0)
        {
            all[best] = new ColumnTarget(role);
        }

        return best;
    }

    private void GuessCustomerByIdentifier(IReadOnlyList<string> names, ColumnTarget?[] all)
    {
        for (int i = 0; i < names.Count && !all.Any(static target => target?.Role == ColumnRole.Customer); i++)
        {
            all[i] ??= ColumnGuesser.Identifier(names[i], source) is { } identifier ? identifier with { Role = ColumnRole.Customer } : null;
        }
    }

    private void GuessMoney(IReadOnlyList<string> names, ColumnTarget?[] all)
    {
        if (Targets.Gives(ColumnRole.Amount) || Targets.Gives(ColumnRole.UnitPrice) || Guess(names, all, ColumnRole.Amount, KnownColumns.Amount) >= 0)
        {
            return;
        }

        if (Targets.Gives(ColumnRole.Quantity))
        {
            Guess(names, all, ColumnRole.UnitPrice, KnownColumns.UnitPrice);
            return;
        }

        int quantity = ColumnGuesser.Best(names, all, KnownColumns.Quantity);
        int price = ColumnGuesser.Best(names, all, KnownColumns.UnitPrice);
        if (quantity >= 0 && price >= 0)
        {
            all[quantity] = new ColumnTarget(ColumnRole.Quantity);
            all[price] = new ColumnTarget(ColumnRole.UnitPrice);
        }
        else if (quantity < 0)
        {
            Guess(names, all, ColumnRole.Amount, KnownColumns.PriceAsAmount);
        }
    }
}
