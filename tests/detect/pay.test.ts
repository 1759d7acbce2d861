import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { smallRules } from '../small/project';

const detector = createDetector(smallRules());

function pay(text: string) {
  return detector.assess({ text }).findings.find(({ indicator }) => indicator === 'pay-high');
}

describe('pay', () => {
  it.each([
    ['Salary 3000 USD a month in Cambodia', 3000, '3000 USD a month'],
    ['Salary USD 3,000 in Cambodia', 3000, 'USD 3,000'],
    ['Salary $3k per month in Cambodia', 3000, '$3k per month'],
    ['Salary 3.5k-4k dollars in Cambodia', 3500, '3.5k-4k dollars'],
    ['Salary 30-50k usd a month in Cambodia', 30_000, '30-50k usd a month'],
    ['Wage 700 dollars a week in Cambodia', 3000, '700 dollars a week'],
    ['Wage 100 usd a day in Cambodia', 2600, '100 usd a day'],
    ['柬埔寨 月薪2万元', 2900, '月薪2万元'],
    ['柬埔寨 薪资 20000元至30000元', 2900, '20000元至30000元'],
    ['Salary $3 thousand in Cambodia', 3000, '$3 thousand'],
    ['Salary $3500.000 in Cambodia', 3500, '$3500.000'],
    ['Salary $1500,200 in Cambodia', 1500, '$1500,200'],
    [
      'Salary three thousand five hundred dollars a month in Cambodia',
      3500,
      'three thousand five hundred dollars a month',
    ],
    ['Salary two thousand, five dollars, in Cambodia', 2000, 'two thousand'],
    ['Salary elfu 3-5 usd a month in Cambodia', 3000, 'elfu 3-5 usd a month'],
    ['柬埔寨 月薪三十万元', 43_000, '月薪三十万元'],
    ['柬埔寨 月薪十五万元', 21_000, '月薪十五万元'],
    ['柬埔寨 月薪二十五万元', 36_000, '月薪二十五万元'],
    ['Salary three thousand dollars in Cambodia', 3000, 'three thousand dollars'],
    ['Salary elfu 3 dollars in Cambodia', 3000, 'elfu 3 dollars'],
    ['Salary usd elfu 3 in Cambodia', 3000, 'usd elfu 3'],
    ['柬埔寨 月薪一万五元', 2100, '月薪一万五元'],
    ['柬埔寨 月薪两万至三万元', 2900, '月薪两万至三万元'],
    ['柬埔寨 月薪两三千美金', 2000, '月薪两三千美金'],
    ['柬埔寨 月薪一万二千元', 1700, '月薪一万二千元'],
  ])('reads %s', (text, offered, quote) => {
    const finding = pay(text);
    expect(finding?.values?.offered).toBe(offered);
    expect(finding?.quote).toBe(quote);
  });

  it('compares with such work in the promised country, and tells both figures, the year and the ratio', () => {
    const finding = pay('Typist wanted, salary 2400 usd a month in Cambodia');
    expect(finding?.values).toMatchObject({ place: 'KH', usual: 400, year: 2023, times: 6, currency: 'USD' });
    expect(finding?.weight).toBe(2.5);
    expect(pay('Driver wanted, salary 2400 usd a month in Cambodia')?.values).toMatchObject({
      usual: 500,
      times: 4.8,
    });
  });

  it('without a place, only pay that stands out by itself counts', () => {
    expect(pay('Salary 4000 usd a month')?.values).toEqual({ offered: 4000, currency: 'USD' });
    expect(pay('Salary 1000 usd a month')).toBeUndefined();
  });

  it('leaves a period to what stands beside it: another figure, another clause', () => {
    expect(pay('Salary 2000 dollars, 6 dinners a day, in Cambodia')?.values?.offered).toBe(2000);
    expect(pay('Paid a day. 2000 dollars salary in Cambodia')?.values?.offered).toBe(2000);
    expect(pay('Salary 2000 dollars for 6 weeks a day in Cambodia')?.values?.offered).toBe(2000);
  });

  it('takes a figure behind a letter for money only where the letters are money', () => {
    expect(pay('Salary usd3000 a month in Cambodia')?.values?.offered).toBe(3000);
    expect(pay('Salary, tour 4D3000 usd a month in Cambodia')).toBeUndefined();
  });

  it('takes a high figure without a currency for other money', () => {
    expect(pay('Salary 7000 a month in Cambodia')?.values?.offered).toBe(7000);
    expect(pay('Salary 20,000 a month in Cambodia')).toBeUndefined();
  });

  it('takes half of an "up to"', () => {
    expect(pay('Salary up to 3000 usd a month in Cambodia')?.weight).toBe(1);
    expect(pay('Salary 3000 usd a month in Cambodia')?.weight).toBe(2.5);
  });

  it.each([
    'Salary $3 lakh in Cambodia a week',
    'The deposit is 3000 usd in Cambodia, salary later',
    'Salary 450 usd a month in Cambodia',
    'Call 012 3456 7890 in Cambodia about the salary',
    'We sold 3000 tickets in Cambodia',
  ])('finds no high pay in: %s', (text) => {
    expect(pay(text)).toBeUndefined();
  });
});
