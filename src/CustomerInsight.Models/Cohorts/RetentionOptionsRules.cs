using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="RetentionOptions"/>.</summary>
internal sealed class RetentionOptionsRules : IValidateOptions<RetentionOptions>
{
    private const int MostColumns = 1_000;
    private const int LastPeriod = 36_500;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        CheckTypes(result, options.StartTypes, nameof(options.StartTypes));
        CheckTypes(result, options.ReturnTypes, nameof(options.ReturnTypes));
        if (options.Currency is not null && !Money.IsCurrencyCode(options.Currency))
        {
            result.AddError(
                $"'{options.Currency}' is no currency code, so no purchase would add to the revenue. Write three capital letters such as EUR, or null for the currency of most purchases.",
                nameof(options.Currency));
        }

        if (options.Rates is { Count: > 0 } rates)
        {
            RateCheck.Check(options.Currency, rates, result);
        }

        if (options.Kind == RetentionKind.Bracket)
        {
            CheckColumns(result, options.Brackets, nameof(options.Brackets));
        }
        else
        {
            CheckColumns(result, ValueList.From(options.Offsets.Select(static offset => new RetentionPeriod(offset, offset))), nameof(options.Offsets));
        }

        return result.Build();
    }

    private static void CheckTypes(ValidateOptionsResultBuilder result, ValueList<string> types, string setting)
    {
        if (types.Any(string.IsNullOrEmpty))
        {
            result.AddError("A type of activity is empty, and no activity has such a type. Name each type, or leave the list empty for any activity.", setting);
        }
    }

    private static void CheckColumns(ValidateOptionsResultBuilder result, ValueList<RetentionPeriod> columns, string setting)
    {
        if (columns.Count is 0 or > MostColumns)
        {
            result.AddError(FormattableString.Invariant($"There are {columns.Count} columns. Give from 1 to {MostColumns}."), setting);
        }

        int before = -1;
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Last is not int last || last > LastPeriod || last < columns[i].First || columns[i].First <= before)
            {
                result.AddError(
                    FormattableString.Invariant($"Column {i + 1} is from {columns[i].First} to {columns[i].Last}. Each must end, not before it begins, come after the one before it, and lie within 0 and {LastPeriod}."),
                    setting);
                return;
            }

            before = last;
        }
    }
}
