/* How Jedison's fields look: plain HTML in the classes of form.css, each field with its label, and
   what is said of it bound to it for screen readers. */

import "../vendor/jedison/jedison.umd.js";
import { button, el } from "./page.js";

export const { Jedison } = globalThis;

export class Theme extends Jedison.Theme {
  getFieldset() {
    return el("fieldset", { class: "atlas-form__block" });
  }

  getLegend({ content, titleHidden }) {
    const [left, right, infoContainer] = [el("span"), el("span"), el("span")];
    const legendText = el("span");
    legendText.innerHTML = content;
    const legend = el("legend", { class: titleHidden ? "atlas-form__unseen" : null }, legendText);
    return { left, right, legend, legendText, infoContainer };
  }

  getLabel({ for: field, text, visuallyHidden }) {
    const labelText = el("span");
    labelText.innerHTML = text;
    const label = el(
      "label",
      { for: field, class: visuallyHidden ? "atlas-form__unseen" : null },
      labelText,
    );
    return { label, labelText, icon: el("i") };
  }

  getDescription({ content, id } = {}) {
    const description = el("p", { class: "atlas-form__help", id });
    if (content) description.innerHTML = content;
    else description.hidden = true;
    return description;
  }

  getMessagesSlot({ id } = {}) {
    return el("div", { class: "atlas-form__messages", id });
  }

  getErrorFeedback({ message }) {
    return el("p", { class: "atlas-form__problem" }, message);
  }

  getButton({ content } = {}) {
    return button(content ?? "", null);
  }

  getObjectControl(config) {
    const control = super.getObjectControl(config);
    control.propertiesContainer.remove();
    control.quickAddPropertyContainer.remove();
    return this.described(control, config);
  }

  getArrayControl(config) {
    return this.described(super.getArrayControl(config), config);
  }

  /* A group is described as a field is: by its help and its problems. */
  described(control, { id }) {
    const { body, messages, container } = control;
    const help = body.querySelector(":scope > .atlas-form__help");
    messages.id = `${id}-messages`;
    if (help) help.id = `${id}-description`;
    const by = help ? `${messages.id} ${help.id}` : messages.id;
    container.querySelector("fieldset").setAttribute("aria-describedby", by);
    return control;
  }

  /* The label stands above, what is wrong right below it, and the field below that. */
  getInputControl(config) {
    return this.arranged(super.getInputControl(config), config);
  }

  getTextareaControl(config) {
    return this.arranged(super.getTextareaControl(config), config);
  }

  getSelectControl(config) {
    return this.arranged(super.getSelectControl(config), config);
  }

  arranged(control, { id, description }) {
    const { container, input, messages, label } = control;
    container.classList.add("atlas-form__field");
    label.after(control.description, messages);
    input.removeAttribute("style");
    input.removeAttribute("name");
    const by = description ? [messages.id, control.description.id] : [messages.id];
    if (id) input.setAttribute("aria-describedby", by.join(" "));
    return control;
  }

  getCheckboxControl(config) {
    const control = super.getCheckboxControl(config);
    control.container.classList.add("atlas-form__field", "atlas-form__switch");
    control.input.removeAttribute("name");
    if (!config.description) control.description.hidden = true;
    return control;
  }
}
