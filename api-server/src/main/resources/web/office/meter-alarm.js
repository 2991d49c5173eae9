import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { meterAlerts } from './legal-meters.js';
import { tableLook } from './table-look.js';

/** Says where a day begins that a limit of the law comes near, or is reached; nothing while all is well. */
export class MeterAlarm extends FetchedPart {
  static styles = [sharedStyles, formStyles, tableLook];

  constructor() {
    super('/v1/meters');
  }

  render() {
    const isNear = ['volume', 'purchases', 'outstanding'].some((name) => this.found?.[name].alert > 0);
    return isNear
      ? html`<h2>${this.words.t('meters.title')}</h2>
          ${meterAlerts(this.found, this.words)}
          <a href="/office?room=rules">${this.words.t('meters.see')}</a>`
      : nothing;
  }
}

customElements.define('om-meter-alarm', MeterAlarm);
