using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="PurchaseModelOptions"/>.</summary>
internal sealed class PurchaseModelOptionsRules : IValidateOptions<PurchaseModelOptions>
{
    public ValidateOptionsResult Validate(string? name, PurchaseModelOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Check(options, result);
        return result.Build();
    }

    public static void Check(PurchaseModelOptions options, ValidateOptionsResultBuilder result)
    {
        string kinds = string.Join(", ", Enum.GetNames<PurchaseModelKind>());
        if (options.Kind is { } kind && !Enum.IsDefined(kind))
        {
            result.AddError($"{kind} is none of the models. Choose one of {kinds}, or null to have one chosen.", nameof(options.Kind));
        }

        if (options.Candidates.Count == 0 || options.Candidates.Any(static candidate => !Enum.IsDefined(candidate)) || options.Candidates.Distinct().Count() < options.Candidates.Count)
        {
            result.AddError($"'{string.Join(", ", options.Candidates)}' is nothing to choose from. List at least one of {kinds}, each once.", nameof(options.Candidates));
        }

        if (options.MinimumRepeatCustomers > options.MinimumCustomers)
        {
            result.AddError(
                FormattableString.Invariant($"{options.MinimumRepeatCustomers} is more than {nameof(options.MinimumCustomers)} ({options.MinimumCustomers}), which then says nothing. Raise {nameof(options.MinimumCustomers)} or lower {nameof(options.MinimumRepeatCustomers)}."),
                nameof(options.MinimumRepeatCustomers));
        }
    }
}
