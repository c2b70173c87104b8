namespace CustomerInsight.Models;

/// <summary>Estimates the hazard that all share.</summary>
/// <remarks>Source: Breslow, discussion of Cox, Journal of the Royal Statistical Society B 34 (1972); Therneau, Grambsch, "Modeling Survival Data" (2000), section 10.2.3 (Efron).</remarks>
internal static class CoxBaselines
{
    /// <param name="data">The rows.</param>
    /// <param name="rows">The rows, prepared.</param>
    /// <param name="pass">How ties are to be counted.</param>
    /// <param name="coefficients">The coefficients, on the scale of the prepared rows.</param>
    public static ValueList<CoxBaseline> Of(SurvivalData data, CoxRows rows, CoxPass pass, double[] coefficients)
    {
        pass.Evaluate(coefficients);
        pass.SumHazards();
        CoxSlots slots = rows.Slots;
        var baselines = new List<CoxBaseline>();
        for (int first = 0, last; first < slots.Count; first = last + 1)
        {
            for (last = first; slots.Events[last] > 0; last++)
            {
            }

            double[] times = slots.Times[first..last];
            double[] hazards = pass.Lived[first..last];
            Array.Reverse(times);
            Array.Reverse(hazards);
            double end = data.Times.ExitArray[rows.Order[slots.From(first)]];
            baselines.Add(new CoxBaseline(slots.Strata[first], SurvivalCurve.Steps(times), SurvivalCurve.Steps(hazards), end));
        }

        return ValueList.From(baselines);
    }
}
