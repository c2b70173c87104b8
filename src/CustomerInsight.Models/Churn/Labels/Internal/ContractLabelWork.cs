namespace CustomerInsight.Models;

/// <summary>Labels customers by when their contracts end.</summary>
internal static class ContractLabelWork
{
    public static CustomerLabels Do(IEnumerable<ContractTerm> contracts, DateTimeOffset cutOff, DateTimeOffset observedUntil, ContractLabelOptions options)
    {
        // An end is known to be one only when no contract followed in time.
        TimeSpan grace = TimeSpan.FromDays(options.RenewalGraceDays);
        var window = LabelWindow.Of(cutOff, options.GapDays, options.HorizonDays, observedUntil - grace);
        var names = new List<string>();
        var rows = new List<LabelRow>();
        foreach (IGrouping<string, ContractTerm> customer in Checked(contracts).GroupBy(static term => term.Customer, StringComparer.Ordinal).OrderBy(static customer => customer.Key, StringComparer.Ordinal))
        {
            ContractTerm[] terms = [.. customer.Where(term => term.Start <= window.End + grace).OrderBy(static term => term.Start)];
            if (terms.Length > 0 && terms[0].Start <= cutOff)
            {
                rows.Add(Label(names.Count, terms, window, grace, options.MinimumTenureDays));
                names.Add(customer.Key);
            }
        }

        LabelRow[] labelled = [.. rows.Where(static row => row.Exclusion is null)];
        return new CustomerLabels(
            cutOff,
            window.Start,
            window.End,
            Array.ConvertAll(labelled, row => names[row.Customer]),
            Array.ConvertAll(labelled, static row => row.Label),
            rows.Count,
            [.. rows.Select(static row => row.Exclusion)]);
    }

    private static LabelRow Label(int customer, ContractTerm[] terms, in LabelWindow window, TimeSpan grace, int minimumTenureDays)
    {
        DateTimeOffset start = terms[0].Start;
        DateTimeOffset? end = terms[0].End;
        bool isRunning = false;
        foreach (ContractTerm term in terms)
        {
            bool follows = end is null || term.Start - end.Value <= grace;
            if (!follows && isRunning)
            {
                break;
            }

            start = follows ? start : term.Start;
            end = !follows ? term.End : end is null || term.End is null ? null : term.End > end ? term.End : end;
            isRunning |= term.Start <= window.CutOff && (term.End is null || term.End > window.CutOff);
        }

        LabelExclusion? exclusion = !isRunning ? LabelExclusion.NoContract
            : (window.CutOff - start).TotalDays < minimumTenureDays ? LabelExclusion.TooNew
            : end <= window.Start ? LabelExclusion.EndsInGap
            : !window.IsObserved ? LabelExclusion.NotObserved
            : null;
        return new LabelRow(customer, end <= window.End, exclusion);
    }

    private static List<ContractTerm> Checked(IEnumerable<ContractTerm> contracts)
    {
        var terms = new List<ContractTerm>();
        foreach (ContractTerm term in contracts)
        {
            if (term is null || string.IsNullOrEmpty(term.Customer) || term.End <= term.Start)
            {
                throw new ArgumentException(FormattableString.Invariant($"Contract {terms.Count + 1} is null, has no customer, or does not end after it starts. Leave it out, or correct its dates."), nameof(contracts));
            }

            terms.Add(term);
        }

        return terms;
    }
}
